/** Whether every database keeps a text: PostgreSQL takes no NUL, and it and MariaDB fail at half a character. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
