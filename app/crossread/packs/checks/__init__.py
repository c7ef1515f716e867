"""What a check looks at: across all files here, and in the folders what each kind of thing has to be."""
