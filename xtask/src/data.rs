//! The optional data folder: real programmes, peers' tools, the advisory database. Nothing needs it to pass.

use std::path::PathBuf;

/// The folder named by `HEMICYCLE_DATA_FOLDER`, else `../shared` beside the repository, if there is one.
pub(crate) fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("HEMICYCLE_DATA_FOLDER").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| crate::shell::root().join("../shared"));
    folder.canonicalize().ok().filter(|folder| folder.is_dir())
}

/// One file or folder inside the data folder, if it is there.
pub(crate) fn find(inside: &str) -> Option<PathBuf> {
    folder().map(|folder| folder.join(inside)).filter(|path| path.exists())
}
