"""A class without a server: keys, packs that go out, attempt files that come back.

Everything here is a pure function of bytes, keys and chance that are handed in; PyNaCl has its home
here.
"""
