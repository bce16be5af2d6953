/**
 * Asks once for each key and shares the answer. A question that failed is forgotten: kept, one broken connection would
 * be the answer until the next restart.
 */
export const remembered = <Key, Value>(ask: (key: Key) => Promise<Value>): ((key: Key) => Promise<Value>) => {
  // eslint-disable-next-line no-restricted-syntax -- the one place that forgets failures
  const answers = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const asked = ask(key);
    answers.set(key, asked);
    asked.catch(() => answers.delete(key));
    return asked;
  };
};
