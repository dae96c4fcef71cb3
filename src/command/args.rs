//! What can be asked for, and how.

/// How it is used.
pub const USAGE: &str = "usage:
  plumbline score FILE [--explain]      scorecard and advice of an assessment, as JSON
  plumbline report FILE [--as FORM]     its report: html, md, answers.csv, scores.csv, metrics.csv or svg
  plumbline check FILE…                 says whether files are assessments that fit the questionnaire; of
                                        questionnaires (FILE.toml), everything that is wrong with them
  plumbline import FILE [--as KIND]     a questionnaire to correct, made from a model of others: cncf, aws, dsomm
  plumbline schema                      what editors need to help with questionnaires: a JSON schema
  plumbline measure FILE… [--metric ID] numbers from the exports of other tools, as JSON
            [--zone +02:00] [--weeks N | --weeks all | --from DAY --to DAY]
            [--workflow NAME] [--service NAME] [--rotations N] [--window HOURS] [--without-rollbacks] [--from-merge]";

/// What follows an option.
pub fn option<'a>(args: &'a [String], name: &str) -> Option<&'a str> {
    let at = args.iter().position(|a| a == name)?;
    args.get(at + 1).map(String::as_str)
}
