"""How several parts are laid out: a list and the work beside it, what scrolls, heights that are shared."""
