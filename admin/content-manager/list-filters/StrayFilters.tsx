import { useEffect } from 'react';
import { useNotification, useQueryParams } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { conditionsOf, splitFilters, type ListQuery } from '../../../server/core/list-filters';
import { ContentStrategyProvider } from '../../api/ContentStrategyProvider';
import { useVocabulary } from '../../api/vocabulary';
import { useText } from '../../components/text';
import { useMayRead } from '../use-audited-types';
import { useAuditedTypesFrom } from '../use-audited-types-from';

/**
 * Shows nothing. A list's address may hold filters of ours that mean nothing on it, from a bookmark or because the
 * Content Manager remembers them: the bar cannot show them, so they are said and taken away.
 */
export const StrayFilters = () => {
  const mayRead = useMayRead();
  if (mayRead === null) return null;
  return <ContentStrategyProvider>{mayRead ? <OfUnauditedType /> : <TakenAway />}</ContentStrategyProvider>;
};

const OfUnauditedType = () => {
  const { slug } = useParams();
  const { data: vocabulary } = useVocabulary();
  useAuditedTypesFrom(vocabulary);
  const isStray = vocabulary?.contentTypes.every(({ uid }) => uid !== slug) === true;
  return isStray ? <TakenAway /> : null;
};

const TakenAway = () => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const [{ query }, setQuery] = useQueryParams<ListQuery>();
  const { own, rest } = splitFilters(conditionsOf(query) ?? []);
  const isStray = own.length > 0;
  useEffect(() => {
    if (!isStray) return;
    toggleNotification({ type: 'info', message: text('filter.stray') });
    setQuery({ filters: { ...query.filters, $and: rest } }, 'push', true);
    // Once for what stands in the address, however often this is rendered before it is gone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isStray]);
  return null;
};
