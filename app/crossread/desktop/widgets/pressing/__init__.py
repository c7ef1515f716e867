"""What is pressed, beyond plain buttons: cut, wrapped, dragged, drawn, pressed again."""
