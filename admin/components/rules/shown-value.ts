/** A rule's value where spaces at its ends, which count, can be seen: "how␣". */
export const shownValue = (value: string): string => value.replace(/^\s+|\s+$/g, (spaces) => '␣'.repeat(spaces.length));
