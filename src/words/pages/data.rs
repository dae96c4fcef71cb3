//! The sentences of a page: where the data is.

super::super::fixed::words! { DataWords EN
    title: "Your data",
    twice: "Everything is kept in this browser, twice: in a quick store that is there at once, and in a database that survives a crash of the browser.",
    unevenly: "Your assessments are kept in this browser, but not all of them twice: the quick store, which is there at once, and the database, which survives a crash of the browser, do not hold the same now. The table says what each has.",
    sent_nowhere: "Nothing is sent anywhere.",
    parked: "The app did not start with these, so they were set aside. They are kept, and not opened. A download can be opened again with “Open a file”.",
    stores: "Stores",
    store: "Store",
    whole: "State",
    records: "Records",
    size: "Size",
    quick: "Quick store (localStorage)",
    safe: "Database (IndexedDB)",
    verify: "Verify now",
    shared: "Other pages at the same web address can read and change these stores.",
    clearing: "A browser may clear them, Safari after 7 days without a visit. A download is safe from that.",
    almost_full: "The quick store is almost full. Download everything, and remove what you no longer need.",
}
