import { CloseCircleFilled } from '@ant-design/icons';

/** For `allowClear` of a box: antd makes a button of it and gives it no name. */
export const clearMark = {
  clearIcon: (
    <>
      <CloseCircleFilled />
      <span className="only-for-readers">清空</span>
    </>
  ),
};
