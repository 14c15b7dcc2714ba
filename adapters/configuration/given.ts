/** What was really set: an empty value of the environment is none. */
export const given = (value: string | undefined): string | undefined => value?.trim() || undefined;
