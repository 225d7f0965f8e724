package org.passerelle.frames;

/// One rule of the catalogue, under its id. Its article is dated data (`law/articles`), its sentence a message.
///
/// @param id as in the catalogue: `PS-01`
/// @param article code of the article below `law/articles`, most often the id itself
record Rule(String id, String article, Judgement judgement) {

    Rule(String id, Judgement judgement) {
        this(id, id, judgement);
    }

    @FunctionalInterface
    interface Judgement {
        Ruling of(Case facts);
    }
}
