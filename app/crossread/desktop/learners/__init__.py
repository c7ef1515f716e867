"""Several learners on one machine: who reads now, switching, and what is asked before anything goes."""
