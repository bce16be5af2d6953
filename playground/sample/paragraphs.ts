import type { PersonaKey, StageKey, Topic } from './types';

/** What the marketing team has to say about each topic; bodies are composed from these, so that no two are the same. */
export const TOPIC_PARAGRAPHS: Readonly<Record<Topic, readonly string[]>> = {
  approvals: [
    'An approval has two jobs: somebody looks at a decision before it costs money, and somebody can say later that it was looked at. Every further approver adds waiting time and takes away attention, because each of them trusts the others to read.',
    'Measure your queue before you redesign it. Write down for one week when a request arrives, when it is opened and when it is answered. In most companies the opening takes days and the answer takes a minute.',
    'Limits work when people know them by heart. Three levels are easy to remember: what you may buy yourself, what your manager signs, and what goes to finance.',
    'Give every approver a deputy, by name and in writing. A request that waits for somebody on holiday is a request that will be bought on a private card.',
  ],
  budgets: [
    'A budget is a promise between two people: one who gives room and one who stays inside it. It works when both can see the same number on the same day, and that number includes what has been ordered and not yet billed.',
    'Most budgets are overspent in the last third of the year and by orders that were placed in the first. If commitments are not recorded, the ledger tells you about them three months too late.',
    'Split a budget by the decision, not by the account. “Equipment for new colleagues” can be managed. “6815 office supplies” can only be explained.',
    'Compare with last year only where last year was normal. A better question is what you would cut first, and what would happen on the day after.',
  ],
  cards: [
    'A card with a limit is a small budget in a wallet. The limit does the work that a pre-approval form used to do, and it does it at the till, in the second in which it matters.',
    'Give cards to the people who buy and not to the people who rank. In most teams a card for the office manager saves more than one for the director.',
    'Virtual cards are the neatest way to keep subscriptions apart. One card for one supplier means that a price rise is noticed, and that cancelling takes one click.',
    'A declined payment is embarrassing when it comes as a surprise. Show people what is left on the card and most of the declined payments disappear.',
  ],
  change: [
    'New software fails in the third week. The first is curiosity, the second is training, and in the third somebody has a deadline and remembers how it used to work.',
    'Start with one team that has a real problem and let it talk to the others. A story from the desk next door convinces more people than a presentation from above.',
    'Name what will be worse. There is always something: one more click here, one field that used to be optional. People forgive what they were told.',
    'Keep the old way open for a fixed time and close it on the day you said. Nothing makes a change as tiring as an end that moves.',
  ],
  community: [
    'The best answers we know come from people who had the same problem last month. That is why we print their names, and why we do not correct their opinions.',
    'Once a quarter we invite twelve customers to dinner and do not talk about the product until dessert. What we hear before that is worth more than any survey.',
    'If you would like to tell others how you did it, write to us. We help with the text, you decide what stands in it, and nothing is published that you have not seen.',
    'A good reference says what went wrong as well. Ours do, and nobody has ever turned away because of it.',
  ],
  expenses: [
    'An expense takes four minutes to make and forty to report, when it is done at the end of the month. Most of the forty are spent on finding out what the thing on the receipt was.',
    'The moment of the purchase is the only one in which everybody knows everything: the project, the reason, the guests. Capture it there and nobody has to ask again.',
    'Rules should be visible before the purchase and silent after it. A limit shown while booking avoids a discussion; the same limit in a rejection starts one.',
    'Keep categories few. If people have to choose from forty they take the first, and the report is precise and wrong.',
  ],
  integrations: [
    'An integration is a promise about who is right. Decide for every field which system leads, write it down, and let the other one follow without exceptions.',
    'Ask what happens when it fails. Is somebody told, are the rows kept, and can you send them again without counting twice? These three answers are worth more than a list of logos.',
    'Cost centres, tax codes and suppliers change rarely but on the wrong day. Sync them before the bookings and not together with them.',
    'Start with one direction. Bookings to the ledger give most of the value; the way back can wait until the first month has been closed.',
  ],
  invoices: [
    'An invoice that refers to an order is checked by a machine. One without is checked by a person who has to find out who ordered it, and that person usually asks three others.',
    'Agree on one address for invoices and print it on every order. Half of the late ones were never late; they were lying in the inbox of somebody who has left.',
    'Early payment discounts look small and are not: two per cent for twenty days is more than a third in a year. Few companies are quick enough to take them.',
    'Duplicates are rarely fraud. They are reminders that look like invoices, scans of mails that had arrived already, and credit notes with the sign the wrong way round.',
  ],
  legal: [
    'This page is kept short on purpose. Where a sentence can be misread we have added an example; where the law wants a certain wording we use it and explain it below.',
    'If something here is unclear, write to us. We answer within two working days and correct the page when the question was a good one.',
    'Earlier versions are kept. You may ask for the one that was valid when you signed.',
    'Nothing on this page changes a contract that we have signed with you. Where the two differ, the contract is right.',
  ],
  partners: [
    'A partner knows what we will never know: how a client really works on a Tuesday. Our part is to make that knowledge pay, with fair margins and without surprises.',
    'Keep each client in a workspace of its own. Cards, approvals and ledgers stay apart, and you change between them without a second login.',
    'Partners earn in three ways: from the introduction, from the set-up and from looking after the account. The third is the smallest in the first year and the largest afterwards.',
    'Certification takes two days. It ends with a real set-up instead of a test, because that is what the next client will ask for.',
  ],
  purchasing: [
    'People do not avoid the purchasing process, they avoid waiting. If a request is answered within a day, hardly anybody looks for a way around it.',
    'An order is a small contract. Written down before the delivery it settles the price, the quantity and the address; written down afterwards it settles nothing.',
    'Ask for five things: what, why, how much, by when and who pays. Everything else can be filled in by somebody who knows the supplier.',
    'Start with the twenty suppliers who send most of the invoices. The other four hundred can wait until those are in order.',
  ],
  reporting: [
    'A report is read by the person who asked for it and skimmed by everybody else. Begin with the one number that leads to a decision, and say which decision.',
    'Month end is slow because it is the first time that somebody looks. Checks that run on every booking leave little to find on the last day.',
    'Accruals are estimates for things that the company knows already. Open orders, deliveries without invoices and running contracts cover nine tenths of them.',
    'Do not show averages where people expect examples. “Eleven days” is a statistic; “Maria waited eleven days for her hotel” is remembered.',
  ],
  security: [
    'Finance systems hold bank details, salaries and the power to move money. They deserve the same care as the production servers and usually get that of a meeting room.',
    'Separate the duties: who creates a supplier does not approve its first invoice. It is the oldest rule of bookkeeping and the one that software makes easiest.',
    'Access should end on the day on which employment does. Tie accounts to your directory and nobody has to remember it.',
    'A log is only worth something if somebody can read it. Names instead of numbers, values before and after, and a filter for one supplier.',
  ],
  suppliers: [
    'A supplier record lives longer than the people who created it. Ask for the few things that stay true: the legal name, the tax number, an address for orders and one for questions.',
    'Check bank details by a second way. A phone call to a number you already had takes two minutes and has saved one of our customers ninety thousand euros.',
    'Contracts belong beside the supplier and not in the mailbox of whoever signed. Three dates are enough: start, end, and the last day to say no.',
    'Pay small suppliers fast. It costs you nothing that you would notice, and it decides whose order is packed first in December.',
  ],
  travel: [
    'A travel policy is read at eleven at night by somebody whose train was cancelled. It should fit on a phone and answer one question: may I take the hotel across the street?',
    'Trips are planned in weeks and booked in minutes. Put the limit where the booking happens, and the discussion afterwards is not needed.',
    'Per diems save receipts and cost trust when nobody can explain them. Show the calculation: the days, the country, the meals that were provided.',
    'Kilometres are the last thing that people still write down by hand. Let the map count and the traveller confirm.',
  ],
};

/** The sentence that turns to the reader. */
export const PERSONA_PARAGRAPHS: Readonly<Record<PersonaKey, readonly string[]>> = {
  'finance-lead': [
    'For finance this is a question of timing. The figures exist; what is missing is the day on which somebody may rely on them.',
    'If you answer for the numbers, begin where an error is most expensive: with what is promised, not with what is paid.',
  ],
  'it-administrator': [
    'For administrators the test is simple: does it need you on a Sunday? If it does, ask what would have to be true for it not to.',
    'You will be asked three things about it: who has access, what it talks to, and how to switch it off. Have the answers ready before the first meeting.',
  ],
  'operations-manager': [
    'In operations nobody thanks you for a process. They notice when it is missing, and that is a good moment to start.',
    'You see both ends of it, the colleague who needs something today and the invoice that arrives in six weeks. Use that.',
  ],
  'agency-partner': [
    'For agencies the difference lies in the handing over: what is clear on the first day does not have to be explained to every client again.',
    'Your clients will ask you first. A short answer that you have tried yourself is worth more than our whole help centre.',
  ],
  'team-member': [
    'You probably have better things to do. Two minutes now spare you the mail at the end of the month.',
    'None of this should need a training. If you get stuck, the place where you got stuck is our mistake: tell us.',
  ],
};

/** What a text of that stage ends with. */
export const STAGE_PARAGRAPHS: Readonly<Record<StageKey, readonly string[]>> = {
  awareness: [
    'Where to start? Take one week, one team and a sheet of paper. You will know more than most consultants after a month.',
    'None of this needs new software. It needs somebody who asks the question twice.',
  ],
  consideration: [
    'Compare on your own cases and not on a list of features. Bring the strangest invoice of last year to the demonstration.',
    'If you are choosing now, speak to two customers of each vendor, and let one of them be a customer for more than two years.',
  ],
  decision: [
    'Everything on this page can be part of the contract. Tell us which sentences matter to you.',
    'Start small if you like. A pilot of one month costs nothing and ends by itself.',
  ],
  onboarding: [
    'When this is done you have reached the first milestone: one real order, approved and booked. Everything else builds on it.',
    'Stuck? Our onboarding team answers within two hours on working days, as promised before you signed.',
  ],
  adoption: [
    'Try it once this week on a real case. After the third time it is faster than the old way.',
    'There is a shorter way for those who do it daily: see the list of keyboard shortcuts.',
  ],
  retention: [
    'Look at it again in six months. What was right for forty people is often wrong for seventy.',
    'If it no longer fits, tell us before the renewal and not after it. We would rather change something than lose you.',
  ],
  expansion: [
    'You do not have to buy everything at once. Add it for one team and decide after a quarter.',
    'Your account manager can switch it on for a month without a contract.',
  ],
  advocacy: [
    'Would you tell others about it? We help with the text and bring the cake.',
    'A review takes ten minutes and helps the next company of your size more than anything we could write.',
  ],
};
