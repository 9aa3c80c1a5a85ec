use super::board::Board;
use crate::search::Chance;

/// A first schedule: the largest tracks first, into as few cells as can be, each where it costs least.
pub(super) fn fill(board: &mut Board<'_>, seed: u64) {
    let instance = board.instance;
    let mut chance = Chance::new(seed ^ 0x5eed);
    let mut tracks: Vec<Vec<usize>> = vec![vec![]; instance.tracks];
    for (submission, own) in instance.submissions.iter().enumerate() {
        tracks[own.track].push(submission);
    }
    tracks.retain(|submissions| !submissions.is_empty());
    tracks.sort_by_key(|submissions| {
        std::cmp::Reverse(submissions.iter().map(|&s| instance.submissions[s].slots).sum::<usize>())
    });
    // Every track needs a cell of its own before the large ones take their second.
    let mut reserved = tracks.len();
    for submissions in &mut tracks {
        chance.shuffle(submissions);
        submissions.sort_by_key(|&s| {
            (instance.submissions[s].order, std::cmp::Reverse(instance.submissions[s].slots))
        });
        reserved -= 1;
        for &submission in submissions.iter() {
            settle(board, submission, reserved, &mut chance);
        }
    }
}

fn settle(board: &mut Board<'_>, submission: usize, reserved: usize, chance: &mut Chance) {
    let instance = board.instance;
    let own = &instance.submissions[submission];
    let free = |board: &Board<'_>, cell: usize| board.slots(cell) as i64 - board.load[cell] as i64;
    let started = board.cells_of[own.track].iter().copied();
    let fitting = started.filter(|&cell| free(board, cell) >= own.slots as i64).min();
    let empty: Vec<usize> = (0..board.held.len()).filter(|&cell| board.held[cell].is_empty()).collect();
    let price = |&cell: &usize| {
        let (session, room) = (board.session(cell), board.room(cell));
        let short = own.slots.saturating_sub(board.slots(cell));
        (short, instance.track_session[own.track][session] + instance.track_room[own.track][room])
    };
    let opened = || {
        let may = empty.len() > reserved || board.cells_of[own.track].is_empty();
        empty.iter().copied().filter(|_| may).min_by_key(price)
    };
    let roomiest = || board.cells_of[own.track].iter().copied().max_by_key(|&cell| free(board, cell));
    let cell = fitting.or_else(opened).or_else(roomiest).unwrap_or_else(|| chance.below(board.held.len()));
    board.append(submission, cell);
}
