use crate::dice::Dice;
use proptest::prelude::*;
use selection::assign::{
    Assignment, Fit, POINTS_MAX, Problem, Quota, Reviewer, Shortage, Task, Weights, assign,
};

fn fits() -> impl Strategy<Value = Fit> {
    prop_oneof![1 => Just(Fit::Conflict), 3 => (0..=POINTS_MAX).prop_map(Fit::Points)]
}

fn tasks() -> impl Strategy<Value = Task> {
    (1_usize..4, 1_usize..6, 1_usize..3).prop_flat_map(|(proposals, reviewers, each)| {
        let reviewer = (0_usize..2, 0_usize..4).prop_map(|(group, most)| Reviewer { group, most });
        (
            prop::collection::vec(reviewer, reviewers),
            prop::collection::vec(prop::collection::vec(fits(), reviewers), proposals),
            0..=each,
            (0_i64..3, 0_i64..3),
        )
            .prop_map(move |(reviewers, fits, least, (fit, load))| Task {
                each,
                reviewers,
                fits,
                quotas: vec![Quota { group: 0, least }],
                weights: Weights { fit, load },
            })
    })
}

/// Whether an assignment keeps every rule of its task.
fn keeps(task: &Task, reviewers: &[Vec<usize>]) -> bool {
    let loads = |number: usize| reviewers.iter().filter(|of| of.contains(&number)).count();
    let quotas = |of: &Vec<usize>| {
        task.quotas.iter().all(|quota| {
            of.iter().filter(|one| task.reviewers[**one].group == quota.group).count() >= quota.least
        })
    };
    reviewers.iter().enumerate().all(|(proposal, of)| {
        of.len() == task.each
            && quotas(of)
            && of.iter().all(|&one| task.fits[proposal][one] != Fit::Conflict)
            && of.windows(2).all(|pair| pair[0] < pair[1])
    }) && (0..task.reviewers.len()).all(|number| loads(number) <= task.reviewers[number].most)
}

/// What an assignment costs, counted anew.
fn cost(task: &Task, reviewers: &[Vec<usize>]) -> i64 {
    let missed = |proposal: usize, one: usize| match task.fits[proposal][one] {
        Fit::Points(points) => i64::from(POINTS_MAX - points),
        Fit::Conflict => unreachable!("nobody reviews in a conflict"),
    };
    let fit: i64 =
        reviewers.iter().enumerate().flat_map(|(n, of)| of.iter().map(move |&one| missed(n, one))).sum();
    let load = |number: usize| {
        let have = reviewers.iter().filter(|of| of.contains(&number)).count() as i64;
        let most = task.reviewers[number].most.min(task.fits.len()) as i64;
        (0..have).map(|nth| nth * 20 / most).sum::<i64>()
    };
    task.weights.fit * fit + task.weights.load * (0..task.reviewers.len()).map(load).sum::<i64>()
}

/// The cost of the best assignment, by trying all.
fn least_cost(task: &Task) -> Option<i64> {
    let sets: Vec<Vec<usize>> = (0_usize..1 << task.reviewers.len())
        .filter(|set| set.count_ones() as usize == task.each)
        .map(|set| (0..task.reviewers.len()).filter(|one| set >> one & 1 == 1).collect())
        .collect();
    let mut all: Vec<Vec<Vec<usize>>> = vec![vec![]];
    for _ in 0..task.fits.len() {
        let longer = |so_far: &Vec<Vec<usize>>| {
            let so_far = so_far.clone();
            sets.iter().map(move |set| [so_far.clone(), vec![set.clone()]].concat()).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all.iter().filter(|one| keeps(task, one)).map(|one| cost(task, one)).min()
}

/// Whether a shortage is a proof: those proposals do want more than all who may help can give.
fn proves(task: &Task, shortage: &Shortage) -> bool {
    let may = |one: usize| {
        let fits = shortage.proposals.iter().filter(|&&proposal| task.fits[proposal][one] != Fit::Conflict);
        let of_group = shortage.group.is_none_or(|group| task.reviewers[one].group == group);
        if of_group { fits.count().min(task.reviewers[one].most) } else { 0 }
    };
    let possible: usize = (0..task.reviewers.len()).map(may).sum();
    possible <= shortage.possible && shortage.possible < shortage.wanted
}

proptest! {
    #[test]
    fn the_assignment_is_the_cheapest_there_is_and_proves_it(task in tasks()) {
        match (assign(&task), least_cost(&task)) {
            (Ok(found), Some(least)) => {
                prop_assert!(keeps(&task, &found.reviewers), "{:?}", found.reviewers);
                prop_assert_eq!(cost(&task, &found.reviewers), found.cost);
                prop_assert_eq!((found.cost, found.bound), (least, least));
                let loads = found.loads.iter().sum::<usize>();
                prop_assert_eq!(loads, task.each * task.fits.len());
            }
            (Err(Problem::Short(_)), None) => {}
            (found, least) => prop_assert!(false, "{found:?}, but by trying all {least:?}"),
        }
    }

    #[test]
    fn a_shortage_is_a_proof_that_can_be_checked(task in tasks()) {
        if let Err(Problem::Short(shortage)) = assign(&task) {
            prop_assert!(!shortage.proposals.is_empty());
            prop_assert!(proves(&task, &shortage), "{shortage:?}");
        }
    }

    #[test]
    fn nobody_gets_a_proposal_below_its_price(task in tasks(), proposal in 0_usize..4, one in 0_usize..6) {
        let (proposal, one) = (proposal % task.fits.len(), one % task.reviewers.len());
        let Ok(found) = assign(&task) else { return Ok(()) };
        let Some(price) = found.price(proposal, one) else { return Ok(()) };
        // The others may not have it, so that this one must, or there is nobody.
        let mut forced = task.clone();
        for (other, fit) in forced.fits[proposal].iter_mut().enumerate() {
            if other != one && !found.reviewers[proposal][1..].contains(&other) {
                *fit = Fit::Conflict;
            }
        }
        if let Ok(other) = assign(&forced) {
            prop_assert!(!other.reviewers[proposal].contains(&one) || other.cost >= found.cost + price.min(0));
        }
    }
}

fn reviewers(count: usize, groups: usize, most: usize) -> Vec<Reviewer> {
    (0..count).map(|number| Reviewer { group: number % groups, most }).collect()
}

#[test]
fn a_thousand_proposals_have_two_reviewers_of_each_group_and_an_even_load() {
    let mut dice = Dice(7);
    let fit = |dice: &mut Dice| match dice.below(20) {
        0 => Fit::Conflict,
        _ => Fit::Points(dice.below(11) as u8),
    };
    let task = Task {
        each: 5,
        reviewers: reviewers(60, 4, 90),
        fits: (0..1_000).map(|_| (0..60).map(|_| fit(&mut dice)).collect()).collect(),
        quotas: (0..4).map(|group| Quota { group, least: 1 }).collect(),
        weights: Weights::default(),
    };
    let Assignment { reviewers, loads, cost, bound, .. } = assign(&task).unwrap();
    assert!(keeps(&task, &reviewers));
    assert_eq!(cost, bound, "it is proven to be the best");
    let (least, most) = (loads.iter().min().unwrap(), loads.iter().max().unwrap());
    assert!(most - least <= 10, "from {least} to {most}");
}

#[test]
fn what_is_short_is_said_of_the_proposal_and_the_group() {
    let task = Task {
        each: 2,
        reviewers: reviewers(4, 2, 9),
        fits: vec![
            vec![Fit::Points(1); 4],
            vec![Fit::Conflict, Fit::Points(1), Fit::Conflict, Fit::Points(1)],
        ],
        quotas: vec![Quota { group: 0, least: 1 }],
        weights: Weights::default(),
    };
    let expected = Shortage { proposals: vec![1], group: Some(0), wanted: 1, possible: 0, full: vec![] };
    assert_eq!(assign(&task).unwrap_err(), Problem::Short(expected));
}

#[test]
fn what_many_proposals_want_of_few_is_said_of_them_together() {
    let task = Task {
        each: 2,
        reviewers: [reviewers(2, 1, 3), vec![Reviewer { group: 1, most: 9 }]].concat(),
        fits: vec![vec![Fit::Points(5); 3]; 7],
        quotas: vec![Quota { group: 0, least: 1 }],
        weights: Weights::default(),
    };
    let Problem::Short(shortage) = assign(&task).unwrap_err() else { panic!("another problem") };
    assert_eq!((shortage.proposals.len(), shortage.group), (7, Some(0)));
    assert_eq!((shortage.wanted, shortage.possible, shortage.full), (7, 6, vec![0, 1]));
}

#[test]
fn a_task_that_makes_no_sense_is_refused() {
    let good = Task {
        each: 1,
        reviewers: reviewers(2, 1, 3),
        fits: vec![vec![Fit::Points(5); 2]],
        quotas: vec![],
        weights: Weights::default(),
    };
    assert!(assign(&good).is_ok());
    let bad = [
        (Task { fits: vec![vec![Fit::Conflict]], ..good.clone() }, "1 fits for 2"),
        (Task { fits: vec![vec![Fit::Points(11); 2]], ..good.clone() }, "more than 10 points"),
        (Task { quotas: vec![Quota { group: 0, least: 2 }], ..good.clone() }, "want 2 reviewers"),
        (Task { quotas: vec![Quota { group: 0, least: 0 }; 2], ..good.clone() }, "quotas"),
        (Task { weights: Weights { fit: -1, load: 0 }, ..good }, "negative"),
    ];
    for (task, said) in bad {
        let problem = assign(&task).unwrap_err().to_string();
        assert!(problem.contains(said), "{problem}");
    }
}
