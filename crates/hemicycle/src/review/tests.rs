//! The bridge to the engines, on calls made for the purpose.

mod assigning;
mod choosing;
mod planted;
mod results;
