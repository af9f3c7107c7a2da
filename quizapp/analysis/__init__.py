"""What a class shows about items and about itself: pure functions on arrays, with numpy alone.

Nothing here knows banks, attempts or files. It is imported when statistics are asked for.
"""
