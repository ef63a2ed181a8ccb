/** The rule whose words findings by forms of people's own have. By itself: the store names it without what finds them. */
export const OWN_FORM_SUM = 'own-form-sum';
