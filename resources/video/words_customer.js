// Words of the customer’s page.

export const WORDS = {
  fr: {},
  en: {},
};
