import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { relativeTime } from './relative-time';

interface Props {
  /** ISO 8601 */
  readonly date: string;
}

/** "2 minutes ago", kept true while the page stays open; the exact moment as its tooltip. */
export const RelativeDate = ({ date }: Props) => {
  const { formatDate, formatRelativeTime } = useIntl();
  const { value, unit } = relativeTime(new Date(date).getTime(), useNow());
  return (
    <time dateTime={date} title={formatDate(date, { dateStyle: 'long', timeStyle: 'short' })}>
      {formatRelativeTime(value, unit, { numeric: 'auto' })}
    </time>
  );
};

const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
};
