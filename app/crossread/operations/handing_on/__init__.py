"""Files that leave the program: what is kept of learners, papers, and how a file is written whole."""
