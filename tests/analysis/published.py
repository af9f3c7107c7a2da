"""Published data and what others have found in them, as golden values.

The counts of all 32 patterns of answers to five items of the Law School Admission Test, sections 6
and 7, from 1,000 test takers each: Bock and Lieberman (1970), Fitting a response model for n
dichotomously scored items, Psychometrika 35, 179–197. Patterns in the order 00000, 00001, 00010, …
11111, item 1 first.

Estimates for section 6: Rizopoulos (2006), ltm: An R package for latent variable modeling and item
response theory analyses, Journal of Statistical Software 17(5), and the output of its ``rasch`` and
``ltm``; for section 7 those that the documentation of the R package mirt (Chalmers 2012) prints.
"""

from quizapp.analysis.scores import Scores, scores

LSAT6 = (
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15,
    10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298,
)  # fmt: skip
LSAT7 = (
    12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28,
    7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18, 136, 32, 308,
)  # fmt: skip

# Section 6, one slope for all items, abilities with variance 1.
ONE_SLOPE = 0.7551
ONE_SLOPE_ERROR = 0.0694
ONE_B = (-3.6153, -1.3224, -0.3176, -1.7301, -2.7802)
ONE_B_ERRORS = (0.3266, 0.1422, 0.0977, 0.1691, 0.2510)

# Section 6, a slope for each item.
TWO_A = (0.8254, 0.7229, 0.8905, 0.6886, 0.6575)
TWO_B = (-3.3597, -1.3696, -0.2799, -1.8659, -3.1236)

# Section 7, slopes and intercepts.
SEVEN_A = (0.988, 1.081, 1.706, 0.765, 0.736)
SEVEN_D = (1.856, 0.808, 1.804, 0.486, 1.855)


def class_of(counts: tuple[int, ...]) -> Scores:
    """A row for each test taker."""
    rows = [
        [float(digit) for digit in f"{pattern:05b}"]
        for pattern, count in enumerate(counts)
        for _ in range(count)
    ]
    return scores(rows)
