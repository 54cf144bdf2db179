"""What follows from the text: tasks, duties, reports, deadlines, and the indexes over them."""
