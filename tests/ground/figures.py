#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That ./dev bench judges truly: tests/bench/run on figures made up here."""

import importlib.machinery
import importlib.util
import sys

import tap

sys.dont_write_bytecode = True
loader = importlib.machinery.SourceFileLoader('bench', str(tap.ROOT / 'tests/bench/run'))
bench = importlib.util.module_from_spec(importlib.util.spec_from_loader('bench', loader))
loader.exec_module(bench)


def judge(**figure):
    return bench.judge({'name': 'a figure', 'unit': 'ms', **figure})


def run(script):
    return bench.run(
        {'name': 'made up', 'cmd': ['/bin/sh', '-c', script], 'env': {}, 'timeout': 10}, '/'
    )


def refuses(**figure):
    try:
        judge(**figure)
    except ValueError:
        return True
    return False


@tap.test
def the_median_counts():
    """of several runs the median counts, in the value and in the baseline"""
    judged = judge(value=[10, 99, 12], baseline=[6, 6, 1], aim_ratio=2)
    assert (judged['value'], judged['baseline'], judged['ratio']) == (12, 6, 2), judged
    assert judged['runs'] == 3


@tap.test
def an_aim_is_met_up_to_its_edge():
    """an aim is met up to its edge, and not beyond"""
    assert judge(value=20, aim=20)['verdict'] == 'meets'
    assert judge(value=20.1, aim=20)['verdict'] == 'falls short'
    assert judge(value=5, baseline=4, aim_ratio=1.25)['verdict'] == 'meets'
    assert judge(value=5.1, baseline=4, aim_ratio=1.25)['verdict'] == 'falls short'


@tap.test
def a_figure_without_one_aim_is_refused():
    """a figure with no aim, with two, or with a ratio to nothing is refused"""
    assert refuses(value=1)
    assert refuses(value=1, baseline=1, aim=2, aim_ratio=2)
    assert refuses(value=1, aim_ratio=2)
    assert refuses(value=1, baseline=0, aim_ratio=2)


@tap.test
def a_benchmark_that_breaks_off_is_a_fault():
    """a benchmark that ends badly is a fault, also after good figures"""
    figures, fault = run('echo \'{"name":"a","unit":"s","value":1,"aim":2}\'; exit 3')
    assert len(figures) == 1 and '3' in fault, fault


@tap.test
def a_benchmark_that_measures_nothing_is_a_fault():
    """a benchmark that measures nothing is a fault"""
    assert run('true') == ([], 'made up measured nothing')


if __name__ == '__main__':
    tap.main()
