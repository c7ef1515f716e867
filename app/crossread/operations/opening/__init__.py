"""Packs and articles: opened, searched, compared, checked, and made anew."""
