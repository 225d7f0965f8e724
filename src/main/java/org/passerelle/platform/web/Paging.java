package org.passerelle.platform.web;

/// Where a list stands.
///
/// @param number of this page, from 1
/// @param pages how many there are, at least 1
/// @param href address to which the page's number is added: `/solde?mois=2026-10&page=`
public record Paging(int number, int pages, String href) {}
