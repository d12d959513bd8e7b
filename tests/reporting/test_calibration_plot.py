"""The reliability curve has a point, a band and a bar for each bin."""

from xml.etree import ElementTree

import numpy as np

from legation.judgement.scores import score
from legation.reporting.calibration_plot import across, draw_calibration, up


def test_each_bin_is_drawn_where_it_stands() -> None:
    p = np.array([0.1] * 10 + [0.8] * 5)
    came = np.array([0.0] * 9 + [1.0] * 5 + [0.0])
    scores = score(p, came)
    picture = draw_calibration(scores, "Forecasts & outcomes")
    root = ElementTree.fromstring(picture)
    points = [
        (float(one.get("cx", "")), float(one.get("cy", ""))) for one in root.iter("{http://www.w3.org/2000/svg}circle")
    ]
    assert points == [(across(one.mean), up(one.share)) for one in scores.bins]
    assert len(list(root.iter("{http://www.w3.org/2000/svg}rect"))) == 2
    assert "style" not in picture
