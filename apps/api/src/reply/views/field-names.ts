/** Fields of a choice and of a rating: this, and the id of the question. */
export const CHOICE_FIELD = 'choice-';
export const RATING_FIELD = 'rating-';
