import { useState } from 'react';
import { Loader, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useQuery } from '@tanstack/react-query';
import { useRoutes } from '../../api/ContentStrategyProvider';
import { keys } from '../../api/keys';
import { useText } from '../../components/text';
import { useReason } from '../../components/use-reason';
import { FormDialog } from '../../components/form/FormDialog';
import { FormField } from '../../components/form/FormField';
import { useRefreshVocabulary } from '../use-axis';
import { PresetMoves } from './PresetMoves';

/** Another set of stages: shows what becomes of each present one before anything changes. */
export const PresetDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useText();
  const reasonOf = useReason();
  const routes = useRoutes();
  const refresh = useRefreshVocabulary();
  const [chosen, setChosen] = useState('');
  const presets = useQuery({ queryKey: keys.presets, queryFn: ({ signal }) => routes.presets(signal) });
  const preview = useQuery({
    queryKey: [...keys.presets, chosen],
    queryFn: () => routes.previewPreset(chosen),
    enabled: chosen !== '',
    // Counts must be those of now.
    staleTime: 0,
  });
  const failure = presets.error ?? preview.error;

  return (
    <FormDialog
      title={text('settings.presets')}
      submitLabel={text('settings.presets.apply')}
      isReady={preview.data !== undefined && !preview.isFetching}
      fields={['preset']}
      onSubmit={async () => {
        await routes.applyPreset(chosen);
        await refresh();
      }}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <Typography textColor="neutral600">{text('settings.presets.intro')}</Typography>
          <FormField name="preset" label={text('settings.presets.choose')} errors={errors}>
            <SingleSelect
              placeholder={text('settings.presets.placeholder')}
              value={chosen}
              onChange={(key) => setChosen(String(key))}
            >
              {(presets.data ?? []).map(({ key, name }) => (
                <SingleSelectOption key={key} value={key}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </FormField>
          {preview.isFetching && <Loader small>{text('panel.loading')}</Loader>}
          {failure && (
            <Typography textColor="danger600" role="alert">
              {reasonOf(failure)}
            </Typography>
          )}
          {preview.data && !preview.isFetching && <PresetMoves preview={preview.data} />}
        </>
      )}
    </FormDialog>
  );
};
