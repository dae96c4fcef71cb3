/** What the title of the results ends in. */
export const verdict = /(Initial|Emerging|Defined|Measured|Optimizing|Too early for a profile|Nothing that is asked applies)$/;
