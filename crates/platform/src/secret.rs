//! Secrets that nobody can guess.

/// 128 fresh random bits as 32 hexadecimal digits: a token, or an idempotency key.
///
/// # Panics
/// If the operating system has no randomness to give.
#[must_use]
pub fn random_token() -> String {
    let mut bits = [0; 16];
    getrandom::fill(&mut bits).expect("the operating system has randomness to give");
    bits.iter().map(|byte| format!("{byte:02x}")).collect()
}
