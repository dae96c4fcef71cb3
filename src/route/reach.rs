//! Who can open an address of the page: a link is of no use to those who cannot.

/// Who can open an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// As far as one can tell, everybody.
    Everyone,
    /// Those in the same network: its name or number means nothing elsewhere.
    Network,
    /// Nobody but this computer, which it calls "this computer".
    Computer,
    /// Nobody: it is a file of this computer.
    File,
}

impl Reach {
    /// Who can open this address.
    #[must_use]
    pub fn of(address: &str) -> Self {
        let Some((scheme, rest)) = address.split_once("://") else {
            return Self::File;
        };
        if !matches!(scheme, "http" | "https") {
            return Self::File;
        }
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = host.rsplit('@').next().unwrap_or_default();
        match host.strip_prefix('[') {
            Some(v6) => of_v6(v6.split(']').next().unwrap_or_default()),
            None => of_name(host.split(':').next().unwrap_or_default()),
        }
    }
}

fn of_name(name: &str) -> Reach {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let numbers: Vec<Option<u8>> = name.split('.').map(|n| n.parse().ok()).collect();
    match *numbers {
        [Some(127), Some(_), Some(_), Some(_)] | [Some(0), Some(0), Some(0), Some(0)] => {
            return Reach::Computer;
        }
        [Some(10), Some(_), Some(_), Some(_)]
        | [Some(172), Some(16..=31), Some(_), Some(_)]
        | [Some(192), Some(168), Some(_), Some(_)]
        | [Some(169), Some(254), Some(_), Some(_)]
        | [Some(100), Some(64..=127), Some(_), Some(_)] => return Reach::Network,
        [Some(_), Some(_), Some(_), Some(_)] => return Reach::Everyone,
        _ => {}
    }
    let last = name.rsplit('.').next().unwrap_or_default();
    match last {
        "localhost" => Reach::Computer,
        // Names that no public server has, and names without a dot.
        "local" | "lan" | "home" | "internal" | "intranet" | "corp" | "private" | "test"
        | "localdomain" => Reach::Network,
        _ if name.ends_with(".home.arpa") || !name.contains('.') => Reach::Network,
        _ => Reach::Everyone,
    }
}

/// As browsers write it: in small letters, without leading zeros.
fn of_v6(address: &str) -> Reach {
    let begins = |starts: &[&str]| starts.iter().any(|start| address.starts_with(start));
    if matches!(address, "::1" | "::") || begins(&["::ffff:7f"]) {
        Reach::Computer
    } else if begins(&["fe8", "fe9", "fea", "feb", "fc", "fd"]) {
        Reach::Network
    } else {
        Reach::Everyone
    }
}
