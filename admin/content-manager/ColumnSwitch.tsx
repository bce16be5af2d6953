import { IconButton } from '@strapi/design-system';
import { Eye, EyeStriked } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { useText } from '../components/text';
import { isColumnHidden, switchColumn } from './hidden-column';

/** Hides our column in the list of a type, or shows it again: Strapi's own menu beside it knows only attributes. */
export const ColumnSwitch = ({ uid }: { readonly uid: string }) => {
  const text = useText();
  const navigate = useNavigate();
  const isHidden = isColumnHidden(uid);
  const change = () => {
    switchColumn(uid);
    // The list takes its columns once: only a page loaded anew has others.
    navigate(0);
  };
  return (
    <IconButton label={text(isHidden ? 'column.show' : 'column.hide')} onClick={change}>
      {isHidden ? <EyeStriked /> : <Eye />}
    </IconButton>
  );
};
