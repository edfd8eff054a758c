/**
 * The account of a record, as it stands in the record's stored text. The databases find an account's records by it, without a
 * column of its own: so a version of this package that does not know of it writes records that are found, too.
 */

/** Stands right before the account in the stored text; `endOfAccount` right after it. A text inside JSON cannot hold them. */
export const startOfAccount = ',"account":';
export const endOfAccount = ',"provider":';

/** What stands between them. */
export const accountText = (account: string): string => JSON.stringify(account);
