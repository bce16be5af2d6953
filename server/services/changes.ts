/**
 * Which content types changed since somebody last asked, in memory: a document middleware runs inside the host's
 * transaction and may neither write nor start a timer there, so one interval made in bootstrap acts on these marks.
 */
export const createChangesService = () => {
  let marks = new Set<string>();
  return {
    /** `uid` of the changed content type, or one of our own types. */
    mark: (uid: string): void => {
      marks.add(uid);
    },
    /** The marks so far; afterwards there are none. */
    takeAll: (): ReadonlySet<string> => {
      const taken = marks;
      marks = new Set();
      return taken;
    },
  };
};
