"""Every job of the program: the only room that joins the record to the rest."""
