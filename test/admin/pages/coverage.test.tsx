import { act, screen, waitFor, within } from '@testing-library/react';
import { anInventoryRow, aStage } from '../../support/builders';
import { ARTICLE, aVocabulary } from '../../support/tag-backend';
import { aCoverage, aGlance, anAudit } from '../../support/coverage-body';
import { noneYet, Refused } from '../../support/fake-backend';
import { aList, createPagesBackend, lastQuery, openPage } from '../../support/pages-backend';
import { seriousFindings } from '../../support/render-admin';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const openCoverage = async (search = '', backend = createPagesBackend()) => {
  const page = openPage(search, backend);
  const table = await screen.findByRole('table');
  return { ...page, table };
};
const cell = (name: string | RegExp) => within(screen.getByRole('table')).getByRole('button', { name });

describe('the matrix', () => {
  test('is a table of personas and both journeys, each cell with number and word', async () => {
    const { table, container } = await openCoverage();
    const headers = within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    expect(headers).toEqual([
      'Before purchase',
      'Purchase',
      'After purchase',
      'Entries',
      'Awareness',
      'Decision',
      'Onboarding',
    ]);
    const row = within(table).getByRole('row', { name: /^Finance lead/ });
    expect(
      within(row)
        .getAllByRole('button')
        .map(({ textContent }) => textContent)
    ).toEqual([
      'Finance lead',
      'Finance lead · Awareness4Plenty',
      'Finance lead · Decision1Thin',
      'Finance lead · PurchaseBroken',
      'Finance lead · Onboarding0Gap',
    ]);
    expect(await seriousFindings(container)).toEqual([]);
  });

  test('is one tab stop; arrow keys move, Enter opens, Esc gives the focus back', async () => {
    const { user, query, table } = await openCoverage();
    cell(/^Finance lead · Awareness/).focus();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(cell(/^IT admin · Decision/)).toHaveFocus();
    expect(
      within(table)
        .getAllByRole('button')
        .filter((button) => button.tabIndex === 0)
    ).toHaveLength(1);

    await user.keyboard('{Enter}');
    const drawer = await screen.findByRole('dialog', { name: 'IT admin · Decision' });
    expect(query()).toEqual({ cell: 'it/decision' });
    expect(await within(drawer).findByRole('link', { name: 'Pricing' })).toHaveAttribute(
      'href',
      '/content-manager/collection-types/api::article.article/doc1?plugins%5Bi18n%5D%5Blocale%5D=en'
    );

    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(cell(/^IT admin · Decision/)).toHaveFocus();
  });

  test('shows no verdicts while too little is placed', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/coverage', () => ({ data: aCoverage([[0, 1, 0]], { sparse: true }) }));
    await openCoverage('', backend);
    expect(screen.getByRole('heading', { name: 'Place your content' })).toBeInTheDocument();
    expect(screen.queryByText('Gap')).not.toBeInTheDocument();
    expect(cell(/^Finance lead · Awareness/)).toHaveTextContent('–');
    expect(cell(/^Finance lead · Decision/)).toHaveTextContent('1');
    expect(await screen.findByRole('heading', { name: 'Your content at a glance' })).toBeInTheDocument();
  });

  test('praises nobody for having no gaps while nobody has said for whom they write', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/coverage', () => ({
      data: aCoverage([], { personas: [], cells: [], gaps: [], handoffs: [] }),
    }));
    await openCoverage('', backend);
    expect(screen.getByText('Gaps show here once you have said for whom you write.')).toBeInTheDocument();
    expect(screen.queryByText(/^No gaps/)).not.toBeInTheDocument();
  });

  test('counts by the filters in the URL', async () => {
    const { user, backend, query } = await openCoverage('?contentType=api::article.article');
    expect(lastQuery(backend, '/coverage')).toEqual({ counted: 'published', contentType: 'api::article.article' });
    await user.click(screen.getByRole('radio', { name: 'With drafts' }));
    expect(query()).toEqual({ contentType: 'api::article.article', counted: 'all' });
    await waitFor(() => expect(lastQuery(backend, '/coverage')).toMatchObject({ counted: 'all' }));
  });
});

describe('more than ten stages', () => {
  const stages = [
    ...Array.from({ length: 4 }, (_, at) => aStage(`b${at}`, 'buyer', { name: `Before ${at}` })),
    ...Array.from({ length: 7 }, (_, at) => aStage(`c${at}`, 'customer', { name: `After ${at}` })),
  ];
  const withMany = () => {
    const backend = createPagesBackend(aVocabulary({ stages }));
    const coverage = aCoverage([[4, 1, 0, 2, 2, 2, 2, 2, 2, 2, 2]], {}, stages);
    backend.on('GET', '/coverage', () => ({ data: coverage }));
    return backend;
  };
  const row = () => within(screen.getByRole('table')).getByRole('row', { name: /^Finance lead/ });

  test('collapse into one column for each journey, that links to its entries and says what it hides', async () => {
    const { container } = await openCoverage('?contentType=api::article.article', withMany());
    const links = within(row()).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Finance lead · Before purchase71 gap',
      'Finance lead · After purchase14No gaps',
      'Finance lead, current entries:21',
    ]);
    expect(links[0]).toHaveAttribute(
      'href',
      '/plugins/content-strategy/inventory?counted=published&contentType=api%3A%3Aarticle.article&persona=finance&journey=buyer&age=current'
    );
    expect(screen.getByRole('link', { name: 'Before purchase, current entries: 10' })).toHaveAttribute(
      'href',
      expect.stringMatching(/&journey=buyer&age=current$/)
    );
    expect(screen.queryByRole('columnheader', { name: 'Before 1' })).not.toBeInTheDocument();
    expect(await seriousFindings(container)).toEqual([]);
  });

  test('expand and collapse by keyboard, in the URL', async () => {
    const { user, query } = await openCoverage('', withMany());
    const toggle = () => screen.getByRole('button', { name: /^Before purchase/ });
    expect(toggle()).toHaveAttribute('aria-expanded', 'false');
    toggle().focus();
    await user.keyboard('{Enter}');
    expect(query()).toEqual({ expand: 'buyer' });
    expect(screen.getByRole('columnheader', { name: 'Before 1' })).toBeInTheDocument();
    expect(screen.queryByRole('columnheader', { name: 'After 1' })).not.toBeInTheDocument();
    expect(toggle()).toHaveFocus();
    expect(toggle()).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard(' ');
    expect(query()).toEqual({});
    expect(screen.queryByRole('columnheader', { name: 'Before 1' })).not.toBeInTheDocument();
  });

  test('arrow keys move over collapsed journeys', async () => {
    const { user } = await openCoverage('', withMany());
    within(row())
      .getByRole('link', { name: /Before purchase/ })
      .focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(within(row()).getByRole('link', { name: /After purchase/ })).toHaveFocus();
  });

  test('show the one whose drawer is open, and keep it for the focus to return to', async () => {
    const { user, query } = await openCoverage('?cell=finance/b2', withMany());
    expect(await screen.findByRole('dialog', { name: 'Finance lead · Before 2' })).toBeInTheDocument();
    expect(screen.getByRole('columnheader', { name: 'Before 1' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(query()).toEqual({ expand: 'buyer' });
    expect(cell(/^Finance lead · Before 2/)).toHaveFocus();
  });

  test('collapsing closes the drawer of a cell inside', async () => {
    const { user, query } = await openCoverage('?cell=finance/b2&expand=customer', withMany());
    await user.click(screen.getByRole('button', { name: /^Before purchase/ }));
    expect(query()).toEqual({ expand: 'customer' });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('a gap', () => {
  test('says why it is one and what fills it', async () => {
    await openCoverage('?cell=finance/onboarding');
    const drawer = within(await screen.findByRole('dialog', { name: 'Finance lead · Onboarding' }));
    expect(drawer.getByText('“onboarding?”')).toBeInTheDocument();
    expect(drawer.getByText('onboarding page')).toBeInTheDocument();
    expect(drawer.getByRole('heading', { name: 'Nearest to adapt: IT admin' })).toBeInTheDocument();
    expect(drawer.getByRole('link', { name: /^Start a draft/ })).toHaveAttribute(
      'href',
      '/content-manager/collection-types/api::article.article/create?' +
        'plugins%5Bcontent-strategy%5D%5Bpersona%5D=finance&plugins%5Bcontent-strategy%5D%5Bstage%5D=onboarding'
    );
    expect(drawer.getByRole('link', { name: 'Place entries' })).toHaveAttribute(
      'href',
      '/plugins/content-strategy/inventory?placement=to-place&counted=all&for=finance%2Fonboarding'
    );
  });

  test('closes on Esc, though the pointer rests on something with a tooltip', async () => {
    const { user } = await openCoverage('');
    await user.hover(screen.getByRole('button', { name: 'Refresh' }));
    await screen.findByRole('tooltip');
    act(() => cell(/^Finance lead · Onboarding/).focus());
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'Finance lead · Onboarding' });
    expect(screen.getByRole('tooltip')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  test('can be declared not needed, with a reason', async () => {
    const backend = createPagesBackend();
    backend.on('PUT', '/cells/:persona/:stage', () => ({ data: {} }));
    backend.on('POST', '/audits', () => ({ data: anAudit({ id: 8, status: 'running' }) }));
    const { user } = await openCoverage('?cell=finance/onboarding', backend);
    await user.click(await screen.findByRole('button', { name: 'Not needed here…' }));
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: /Why is nothing needed/ }), 'They never log in');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(backend.sent('PUT')).toEqual([{ data: { notNeeded: 'They never log in' } }]));
    expect(backend.log.find(({ method }) => method === 'PUT')?.url).toBe('/content-strategy/cells/finance/onboarding');
    await waitFor(() => expect(backend.sent('POST')).toHaveLength(1));

    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(cell(/^Finance lead · Onboarding/)).toHaveFocus();
  });

  test.each(['constructor/__proto__', '"]/x', 'nobody/nowhere'])(
    'that does not exist (%s) breaks nothing',
    async (ref) => {
      await openCoverage(`?cell=${encodeURIComponent(ref)}`);
      expect(await screen.findByRole('dialog', { name: ref.replace('/', ' · ') })).toBeInTheDocument();
    }
  );

  test('leads among the sentences below', async () => {
    const { user } = await openCoverage();
    const gaps = within(screen.getByRole('region', { name: 'Biggest gaps' }));
    expect(gaps.getAllByRole('listitem')[0]).toHaveTextContent(
      'Finance lead · Onboarding“onboarding?” No entry is placed here. 5 entries for IT admin could be adapted.'
    );
    await user.click(gaps.getByRole('button', { name: 'Finance lead · Onboarding' }));
    expect(await screen.findByRole('dialog', { name: 'Finance lead · Onboarding' })).toBeInTheDocument();
  });
});

describe('the drawer', () => {
  test('says how many of the counted entries the reader may open', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/inventory', () => aList([anInventoryRow()], { counted: 12 }));
    await openCoverage('?cell=it/onboarding&counted=all&locale=en', backend);
    expect(await screen.findByText('12, of which 1 you may open')).toBeInTheDocument();
    expect(lastQuery(backend, '/inventory')).toEqual({
      persona: 'it',
      stage: 'onboarding',
      counted: 'all',
      locale: 'en',
      sort: 'current:desc',
      page: '1',
      pageSize: '20',
    });
  });

  test('leads to the lists of those types that have entries in the cell, asking once for thirty types', async () => {
    const vocabulary = aVocabulary();
    const [article] = vocabulary.contentTypes;
    if (!article) throw new Error('no type');
    const names = ['Guide', ...Array.from({ length: 28 }, (_, at) => `Video ${at}`)];
    const types = [article, ...names.map((name) => ({ ...article, uid: `api::${name}`, displayName: name }))];
    const backend = createPagesBackend({ ...vocabulary, contentTypes: types });
    const pagination = { page: 1, pageSize: 20, pageCount: 2, total: 21, totalIsExact: true };
    backend.on('GET', '/inventory', () => aList([anInventoryRow()], { pagination }));
    backend.on('GET', '/coverage/types', () => ({
      data: [
        { uid: ARTICLE, entries: 20 },
        { uid: 'api::Guide', entries: 1 },
      ],
    }));
    await openCoverage('?cell=it/decision&locale=en', backend);
    const drawer = within(await screen.findByRole('dialog'));
    expect(await drawer.findByRole('link', { name: 'Guide' })).toHaveAttribute(
      'href',
      expect.stringContaining('/content-manager/collection-types/api::Guide?')
    );
    expect(drawer.getByRole('link', { name: 'Article' })).toBeInTheDocument();
    expect(drawer.queryByRole('link', { name: /Video/ })).not.toBeInTheDocument();
    expect(lastQuery(backend, '/coverage/types')).toEqual({
      persona: 'it',
      stage: 'decision',
      counted: 'published',
      locale: 'en',
    });
    const asked = backend.log.filter(({ url }) => /\/(inventory|coverage\/types)\?.*persona=it/.test(url));
    expect(asked).toHaveLength(2);
  });

  test('asks in which content type to start, where there are several', async () => {
    const vocabulary = aVocabulary();
    const [article] = vocabulary.contentTypes;
    if (!article) throw new Error('no type');
    const types = [article, { ...article, uid: 'api::guide.guide', displayName: 'Guide', localized: false }];
    const backend = createPagesBackend({ ...vocabulary, contentTypes: types });
    const { user, router } = openPage('?cell=finance/onboarding&locale=en', backend, [ARTICLE, 'api::guide.guide']);
    const drawer = within(await screen.findByRole('dialog'));
    await user.click(drawer.getByRole('button', { name: /^Start a draft/ }));
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    await user.click(drawer.getByRole('button', { name: /^Start a draft/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Guide' }));
    expect(decodeURIComponent(router.state.location.pathname + router.state.location.search)).toBe(
      '/content-manager/collection-types/api::guide.guide/create?' +
        'plugins[content-strategy][persona]=finance&plugins[content-strategy][stage]=onboarding'
    );
  });
});

describe('the audit', () => {
  test('is renewed on request, with progress', async () => {
    const backend = createPagesBackend();
    backend.on('POST', '/audits', () => {
      const running = anAudit({ id: 8, status: 'running', progress: 24 });
      backend.on('GET', '/audits/latest', () => ({ data: running }));
      return { data: running };
    });
    const { user } = await openCoverage('', backend);
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText('updating… 24%')).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '24');

    backend.on('GET', '/audits/latest', () => ({ data: anAudit({ id: 8 }) }));
    backend.on('GET', '/coverage', () => ({ data: aCoverage([[4, 1, 1]]) }));
    expect(
      await screen.findByRole('button', { name: /^Finance lead · Onboarding ?1/ }, { timeout: 5_000 })
    ).toBeVisible();
  });

  test('is kept under a name', async () => {
    const backend = createPagesBackend();
    backend.on('PUT', '/audits/:id', () => ({ data: anAudit({ name: 'Spring' }) }));
    const { user } = await openCoverage('', backend);
    await user.click(screen.getByRole('button', { name: 'Save as audit…' }));
    const name = await screen.findByRole('textbox', { name: /Name/ });
    expect(name).toHaveValue('Q2 2026');
    await user.clear(name);
    await user.type(name, 'Spring');
    await user.click(screen.getByRole('button', { name: 'Save audit' }));
    await waitFor(() => expect(backend.sent('PUT')).toEqual([{ data: { name: 'Spring' } }]));
    expect(backend.log.find(({ method }) => method === 'PUT')?.url).toBe('/content-strategy/audits/7');
  });

  test('that failed says so, and how old the numbers are', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/audits/latest', () => ({ data: anAudit({ id: 8, status: 'failed', error: 'Disk full.' }) }));
    await openCoverage('', backend);
    expect(await screen.findByText(/Disk full\. The numbers are from/)).toBeInTheDocument();
  });
});

describe('the first opening', () => {
  const neverAudited = (vocabulary = aVocabulary()) => {
    const backend = createPagesBackend(vocabulary);
    backend.on('GET', '/audits/latest', () => {
      return noneYet('no-audit', 'There is no audit yet.');
    });
    backend.on('GET', '/coverage', () => {
      return noneYet('no-audit', 'There is no finished audit yet.');
    });
    return backend;
  };

  test('starts an audit by itself, then shows the content at a glance', async () => {
    const backend = neverAudited();
    backend.on('POST', '/audits', () => {
      const running = anAudit({ status: 'running', progress: 6 });
      backend.on('GET', '/audits/latest', () => ({ data: running }));
      return { data: running };
    });
    openPage('', backend);
    expect(await screen.findByRole('heading', { name: 'Reading your content…' })).toBeInTheDocument();
    expect(await screen.findByText('6% of the library')).toBeInTheDocument();

    backend.on('GET', '/audits/latest', () => ({ data: anAudit() }));
    backend.on('GET', '/coverage', () => ({ data: aCoverage([], { sparse: true }) }));
    const glance = within(await screen.findByRole('region', { name: 'Your content at a glance' }, { timeout: 5_000 }));
    expect(glance.getByText('Not edited for a year')).toBeInTheDocument();
    expect(glance.getByRole('link', { name: '64' })).toHaveAttribute(
      'href',
      '/plugins/content-strategy/inventory?finding=stale&counted=all'
    );
    expect(glance.getByText('Entries of 12 owners who have left')).toBeInTheDocument();
    expect(backend.sent('POST')).toHaveLength(1);
  });

  test('what is nearly all or nearly nothing is not rounded to it', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/coverage', () => ({ data: aCoverage([], { sparse: true }) }));
    const findings = [
      { finding: 'stale', entries: 2773 },
      { finding: 'old', entries: 3 },
      { finding: 'expired', entries: 2781 },
    ];
    backend.on('GET', '/glance', () => ({ data: aGlance({ entries: 2781, findings }) }));
    await openCoverage('', backend);
    const shares = (await screen.findAllByText(/^[<>]?\d+%$/)).map(({ textContent }) => textContent);
    expect(shares).toEqual(['>99%', '<1%', '100%']);
  });

  test('of an empty Strapi says that there is nothing yet', async () => {
    const backend = createPagesBackend();
    const totals = { ...aCoverage([]).totals, entries: 0, placed: 0, toPlace: 0 };
    backend.on('GET', '/coverage', () => ({ data: aCoverage([], { sparse: true, totals }) }));
    backend.on('GET', '/glance', () => ({ data: aGlance({ entries: 0, findings: [], ownersGone: 0 }) }));
    await openCoverage('', backend);
    expect(screen.getByText(/^Nothing is published yet/)).toBeInTheDocument();
    expect(await screen.findByText(/^There is no entry yet/)).toBeInTheDocument();
  });

  test('by somebody who may not refresh asks for somebody who may', async () => {
    const vocabulary = aVocabulary();
    const backend = neverAudited({ ...vocabulary, can: { ...vocabulary.can, audit: false } });
    openPage('', backend);
    expect(await screen.findByRole('heading', { name: 'Nothing has been read yet' })).toBeInTheDocument();
    expect(backend.sent('POST')).toEqual([]);
  });
});

describe('permissions', () => {
  test('without any: the no-permission state of Strapi', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/vocabulary', () => {
      throw new Refused(403, 'Forbidden');
    });
    openPage('', backend);
    expect(await screen.findByText(/don't have the permissions/)).toBeInTheDocument();
    expect(backend.log.map(({ url }) => url)).toEqual(['/content-strategy/vocabulary']);
  });

  test('reading alone offers nothing that the server would refuse', async () => {
    const can = { read: true, tag: false, audit: false, export: false, settings: false };
    await openCoverage('?cell=finance/onboarding', createPagesBackend(aVocabulary({ can })));
    const drawer = within(await screen.findByRole('dialog'));
    expect(
      drawer.getByText('Your role may not place entries, so no draft can be started from here.')
    ).toBeInTheDocument();
    for (const name of [/Place entries/, /Export/, /Refresh/, /Save as/, /Start a draft/, /Not needed/, /Target/]) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
      expect(screen.queryByRole('link', { name })).not.toBeInTheDocument();
    }
  });
});
