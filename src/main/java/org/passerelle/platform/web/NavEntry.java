package org.passerelle.platform.web;

/// One entry of the navigation. A module that has pages declares a bean per entry; the frame shows those that the
/// signed-in person's role opens.
///
/// @param role name of the role without prefix (`FREELANCER`), [#VISITOR], or an empty text for everybody
/// @param order place from left to right; tens, so that others fit between
/// @param key of the text
/// @param icon name of a picture in `ui/icon.jte`
/// @param href path of the page; also prefix of the pages below it
public record NavEntry(String role, int order, String key, String icon, String href) {

    /// For who has not signed in.
    public static final String VISITOR = "VISITOR";
}
