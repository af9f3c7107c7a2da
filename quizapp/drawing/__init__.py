"""Pictures and pages, drawn with QtGui alone, so that a window and a file can show the same.

Nothing is imported here, for what a window needs at its start is light and the pictures are not.
"""
