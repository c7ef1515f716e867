"""Picking: one or several of what is offered, from rows, lists, menus and the navigator, and a key."""
