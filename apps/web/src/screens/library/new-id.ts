/** The id of a new question or answer: kept through every version, so that answers stay comparable. */
export const newId = (): string => `k${crypto.randomUUID().slice(0, 8)}`;
