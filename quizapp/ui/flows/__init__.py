"""What leads from one screen to the next: one module for each thing that people come to do.

A flow shows screens in the window and hears what is asked for on them. It is built with the window,
so its module imports nothing heavy; screens are imported when they are first shown.
"""
