import { createPlacementStore, SAVE_DELAY_MS } from '../../../admin/content-manager/panel/placement-store';
import type { TagPatch, TagSetBody } from '../../../server/core/api';
import { applyPatch } from '../../../server/core/placement';
import { ARTICLE, aTag } from '../../support/tag-backend';

const stored = (...tags: ReturnType<typeof aTag>[]): TagSetBody => ({
  uid: ARTICLE,
  documentId: 'a',
  tags,
  excluded: null,
});
const finance: TagPatch = { add: [{ persona: 'finance', stage: null }] };
const itAdmin: TagPatch = { add: [{ persona: 'it', stage: null }] };
const noFinance: TagPatch = { remove: [{ persona: 'finance', stage: null }] };

/** A server whose answers are given by hand. */
const setUp = (server = stored()) => {
  const sent: { readonly patch: TagPatch; readonly accept: () => void; readonly refuse: (error: Error) => void }[] = [];
  const unseen = jest.fn();
  const store = createPlacementStore({
    load: async () => server,
    send: (patch) =>
      new Promise((resolve, reject) =>
        sent.push({
          patch,
          accept() {
            const { tags, excluded } = applyPatch(server, patch);
            server = { ...server, tags: tags.map(({ persona, stage }) => aTag(persona, stage)), excluded };
            resolve(server);
          },
          refuse: reject,
        })
      ),
    onSaved: () => undefined,
    onUnseenFailure: unseen,
  });
  return { store, sent, unseen, personas: () => store.getSnapshot().placement.tags.map(({ persona }) => persona) };
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());
const settle = () => jest.advanceTimersByTimeAsync(0);
const wait = () => jest.advanceTimersByTimeAsync(SAVE_DELAY_MS);

test('clicks in quick succession are one request, and none when they cancel each other out', async () => {
  const { store, sent } = setUp();
  store.change(finance);
  await jest.advanceTimersByTimeAsync(SAVE_DELAY_MS / 2);
  expect(sent).toHaveLength(0);
  store.change(itAdmin);
  await wait();
  expect(sent.map(({ patch }) => patch.add)).toEqual([
    [
      { persona: 'finance', stage: null },
      { persona: 'it', stage: null },
    ],
  ]);
  sent[0]?.accept();
  await settle();

  store.change(noFinance, finance);
  await wait();
  expect(sent).toHaveLength(1);
  expect(store.getSnapshot().save).toEqual({ kind: 'idle' });
});

test('what is clicked while a request is under way goes after it', async () => {
  const { store, sent, personas } = setUp();
  store.change(finance);
  await wait();
  store.change(itAdmin);
  await wait();
  expect(sent).toHaveLength(1);
  expect(personas()).toEqual(['finance', 'it']);
  sent[0]?.accept();
  await settle();
  expect(sent).toHaveLength(2);
  expect(sent[1]?.patch).toEqual({ add: [{ persona: 'it', stage: null }], remove: [] });
  expect(personas()).toEqual(['finance', 'it']);
});

test('a refusal takes everything back that built on it, and keeps it for another try', async () => {
  const { store, sent, personas, unseen } = setUp(stored(aTag('ops', null)));
  store.subscribe(() => undefined);
  store.receive(stored(aTag('ops', null)));
  store.change(finance);
  await wait();
  store.change(itAdmin);
  const error = new Error('no');
  sent[0]?.refuse(error);
  await settle();
  expect(personas()).toEqual(['ops']);
  expect(store.getSnapshot().save).toEqual({ kind: 'failed', error, lost: [finance, itAdmin] });
  expect(unseen).not.toHaveBeenCalled();
});

test('a refusal that nobody sees any more is told', async () => {
  const { store, sent, unseen } = setUp();
  const leave = store.subscribe(() => undefined);
  store.change(finance);
  leave();
  await settle();
  const error = new Error('no');
  sent[0]?.refuse(error);
  await settle();
  expect(unseen).toHaveBeenCalledWith(error);
});

test('closing the browser sends what is left', async () => {
  const { store, sent } = setUp();
  store.subscribe(() => undefined);
  store.change(finance);
  window.dispatchEvent(new Event('pagehide'));
  await settle();
  expect(sent).toHaveLength(1);
});

test('an older reading does not undo a save under way', async () => {
  const { store, sent, personas } = setUp();
  store.receive(stored());
  store.change(finance);
  await wait();
  store.receive(stored(aTag('ops', null)));
  sent[0]?.accept();
  await settle();
  expect(personas()).toEqual(['finance']);
});
