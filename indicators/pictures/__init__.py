"""What is drawn? Charts for the screen and slides for the room, from the same rows."""
