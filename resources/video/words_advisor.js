// Words of the advisor’s page.

export const WORDS = {
  fr: {},
  en: {},
};
