//! What a facilitator can say, word for word.

use super::Words;
use crate::workshop::Prompt;

impl Words {
    pub fn prompt(&self, prompt: Prompt) -> &'static str {
        match prompt {
            Prompt::Opening => {
                "“Answer as your own days are, not as they should be. There is no right answer, and nobody is graded. What you see here later is what the room says together; then we talk about what divides us most.”"
            }
            Prompt::Camps => {
                "“Half of us see this one way, half the other. Lower half first: what happened last that makes you say so? Then the upper half. Could both be right, for different parts of our work?”"
            }
            Prompt::Apart => {
                "“The lowest and the highest first, with an example each. What have you seen that the others have not?”"
            }
            Prompt::Unsure => {
                "“Who could tell us, and where would we look? If nobody can find out within a week, that is an answer, too.”"
            }
            Prompt::Applies => "“For whom does it not apply, and who does it for them?”",
            Prompt::Alike => {
                "“We are close together. What would somebody from outside see that shows it?”"
            }
            Prompt::Silent => "“Hands up for each level in turn. Think first, then all at once.”",
            Prompt::Onward => {
                "“What is the smallest thing that would bring us one level up, and who would like to try it?”"
            }
            Prompt::CheckOut => {
                "“One word each: how was this? What do we begin on Monday, and on which day do we look at it again?”"
            }
        }
    }
}
