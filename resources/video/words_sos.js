// Words of the button’s page.

export const WORDS = {
  fr: {},
  en: {},
};
