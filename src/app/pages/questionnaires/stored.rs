//! What the stores hold.

use crate::app::pages::questions::are_awaited;
use crate::app::shell::Shell;

/// Whether the stores are still being read for questionnaires; asks them once.
pub fn awaits(shell: Shell) -> bool {
    shell.await_stored() || are_awaited(shell)
}
