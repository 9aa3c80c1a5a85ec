//! What others have published on the public benchmarks. Facts, each with its source.

/// Costs of a curriculum timetabling instance (ITC-2007 track 3, UD2): the best known, then the averages within the
/// competition's time of Müller 2009, Lü and Hao 2010, Abdullah et al. 2012, Bellio et al. 2012.
pub(super) struct Curriculum {
    pub(super) name: &'static str,
    pub(super) best: f64,
    pub(super) averages: [f64; 4],
}

const fn row(name: &'static str, best: f64, averages: [f64; 4]) -> Curriculum {
    Curriculum { name, best, averages }
}

/// Averages as collected in the source of a paper by T. Urli (tunnuz/cpctt); best known as recomputed from solutions
/// with the competition's validator.
pub(super) const CURRICULA: &[Curriculum] = &[
    row("comp01", 5.0, [5.0, 5.0, 5.0, 5.0]),
    row("comp02", 24.0, [61.3, 60.6, 53.9, 53.0]),
    row("comp03", 62.0, [94.8, 86.6, 84.2, 79.0]),
    row("comp04", 35.0, [42.8, 47.9, 51.9, 38.3]),
    row("comp05", 284.0, [343.5, 328.5, 339.5, 365.2]),
    row("comp06", 27.0, [56.8, 69.9, 64.4, 50.4]),
    row("comp07", 6.0, [33.9, 28.2, 20.2, 23.8]),
    row("comp08", 37.0, [46.5, 51.4, 47.9, 43.6]),
    row("comp09", 96.0, [113.1, 113.2, 113.9, 105.0]),
    row("comp10", 4.0, [21.3, 38.0, 24.1, 20.5]),
    row("comp11", 0.0, [0.0, 0.0, 0.0, 0.0]),
    row("comp12", 294.0, [351.6, 365.0, 355.9, 340.5]),
    row("comp13", 59.0, [73.9, 76.2, 72.4, 71.3]),
    row("comp14", 51.0, [61.8, 62.9, 63.3, 57.9]),
    row("comp15", 62.0, [94.8, 87.8, 88.0, 78.8]),
    row("comp16", 18.0, [41.2, 53.7, 51.7, 34.8]),
    row("comp17", 56.0, [86.6, 100.5, 86.2, 75.7]),
    row("comp18", 61.0, [91.7, 82.6, 85.8, 80.8]),
    row("comp19", 57.0, [68.8, 75.0, 78.1, 67.0]),
    row("comp20", 4.0, [34.3, 58.2, 42.9, 38.8]),
    row("comp21", 74.0, [108.0, 125.3, 121.5, 100.1]),
];

/// Objectives of a CoSPLib conference.
pub(super) struct Conference {
    pub(super) name: &'static str,
    /// The schedules that lie beside the instances in the library: of its exact and of its extended model.
    pub(super) published: [Option<f64>; 2],
    /// What the library's hyper-heuristic reached, and in how many seconds of a processor (measured November 2026).
    pub(super) hyper_heuristic: Option<(f64, f64)>,
}

/// CoSPLib 1.0.2 (ahmedkheiri/CoSPLib, commit 1bf6b9b), the whole objective of its own evaluator.
pub(super) const CONFERENCES: &[Conference] = &[
    Conference { name: "N2OR", published: [Some(2.0), Some(2.0)], hyper_heuristic: Some((1.0, 45.0)) },
    Conference { name: "GECCO19", published: [Some(1_000_116.0), Some(2_000_007.0)], hyper_heuristic: None },
    Conference { name: "GECCO20", published: [Some(6_298.0), Some(7_768.0)], hyper_heuristic: None },
    Conference {
        name: "GECCO21",
        published: [Some(11_280.0), Some(11_130.0)],
        hyper_heuristic: Some((11_094.0, 120.0)),
    },
    Conference { name: "ISF22", published: [None, None], hyper_heuristic: Some((505_619.0, 150.0)) },
    Conference { name: "OR60", published: [None, None], hyper_heuristic: Some((5_665.0, 150.0)) },
    Conference { name: "OR60F", published: [Some(1_664.0), Some(433.0)], hyper_heuristic: None },
    Conference { name: "OR60F2", published: [Some(1_660.0), None], hyper_heuristic: None },
];

/// What real meetings of the IETF are measured by, each with its own (measured November 2026): on `ietf999` what CP-SAT
/// with two workers reached in 600 seconds of processors, on `ietf999-nobof` the better of two runs of a plain annealer.
pub(super) const IETF: &[(&str, f64)] = &[("ietf999", 30_200.0), ("ietf999-nobof", 22_200.0)];
