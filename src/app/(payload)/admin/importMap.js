import { MarkingBanner as MarkingBanner_bf19765d173866c0b3b0c8d2977b3a0b } from '../../../../src/editorial/admin/marking/marking-banner.tsx'
import { LanguagesPanel as LanguagesPanel_3b3af19f35edd254bbc0a2260b91fab4 } from '../../../../src/editorial/admin/languages/languages-panel.tsx'
import { LanguagesCell as LanguagesCell_08c81f8a50a70732d62a5a1237ceb0a3 } from '../../../../src/editorial/admin/languages/languages-cell.tsx'
import { NamesPanel as NamesPanel_98eeac69142e0c0a829442d27970e08b } from '../../../../src/editorial/admin/names/names-panel.tsx'
import { NoButton as NoButton_8e68797976a534c8bf6416df26a73771 } from '../../../../src/editorial/admin/languages/no-button.tsx'
import { TitleCell as TitleCell_7843fbcca9be9230cfcde7a02635a59c } from '../../../../src/editorial/admin/languages/title-cell.tsx'
import { ChosenPicture as ChosenPicture_7e3f0327d24e4564e2f92fca98238725 } from '../../../../src/editorial/admin/images/chosen-picture.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { WordsIntoText as WordsIntoText_df07f2b18ab2f168143b1463faca8e6e } from '../../../../src/editorial/admin/text/words-into-text.tsx'
import { WordsIntoFormClient as WordsIntoFormClient_c831d946da5298f7dd728e9a517e5486 } from '../../../../src/editorial/admin/text/words-into-form.tsx'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableInWords as TableInWords_054d53efc4f1409ffae78cdbd4ed233c } from '../../../../src/editorial/admin/text/table-in-words.tsx'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedColumns as UnorderedColumns_a65b9894f9d0cf45f119bd8d00313a93 } from '../../../../src/editorial/admin/sealed/unordered-columns.tsx'
import { LanguageActions as LanguageActions_b73afdf724d825b0275e07aa5ab9ab4f } from '../../../../src/editorial/admin/languages/language-actions.tsx'
import { SaveDraft as SaveDraft_ed3b4776372502a18cbb850f55edd95f } from '../../../../src/editorial/admin/languages/save-draft.tsx'
import { StatusLine as StatusLine_f5a68338bf3215538677ac7c34f7e67e } from '../../../../src/editorial/admin/languages/status-line.tsx'
import { EditView as EditView_752adb66af4a79f6f5f76f1e3e0a6336 } from '../../../../src/editorial/admin/languages/edit-view.tsx'
import { RestoreVersion as RestoreVersion_a6b8098daaa093899455bfd851d95eb6 } from '../../../../src/editorial/admin/history/restore-version.tsx'
import { PicturePanel as PicturePanel_ff03c5ca844dcb26f19c891fd3021533 } from '../../../../src/editorial/admin/images/picture-panel.tsx'
import { ThumbnailCell as ThumbnailCell_8c7aa1df6e199cc371413c6273d45d5e } from '../../../../src/editorial/admin/images/thumbnail-cell.tsx'
import { PersonsField as PersonsField_1e509ce9f77dfbda5bfc5df6a436fd1a } from '../../../../src/editorial/admin/images/persons-field.tsx'
import { DeletionPanel as DeletionPanel_5445b68b6afdffd597132b1183e534a5 } from '../../../../src/editorial/admin/deletion/deletion-panel.tsx'
import { PictureHistory as PictureHistory_1f86277fee0fdc391635dfad579bb5bf } from '../../../../src/editorial/admin/history/picture-history.tsx'
import { BringButton as BringButton_08c73bffbb08e290236a17db0d2143fd } from '../../../../src/editorial/admin/uploads/bring-link.tsx'
import { ReleaseSelection as ReleaseSelection_060c9d1cb254e52881ff8f7e0727899d } from '../../../../src/editorial/admin/images/release-selection.tsx'
import { SaveNow as SaveNow_ed3b4776372502a18cbb850f55edd95f } from '../../../../src/editorial/admin/languages/save-draft.tsx'
import { ImageEditView as ImageEditView_d1a5194703706562b3376180d2a703a2 } from '../../../../src/editorial/admin/images/image-edit-view.tsx'
import { BringView as BringView_db97258802c3b17b68dd41a16ddfcd1c } from '../../../../src/editorial/admin/uploads/bring-view.tsx'
import { AlbumRelease as AlbumRelease_c6db354381b9648a9bd46818a619dba9 } from '../../../../src/editorial/admin/albums/album-release.tsx'
import { AlbumPanel as AlbumPanel_e1ca098e066ee815ac2509cb75693ba9 } from '../../../../src/editorial/admin/albums/album-panel.tsx'
import { FormLabel as FormLabel_984ac01677892a79b87f83f4912d4157 } from '../../../../src/editorial/admin/names/form-label.tsx'
import { NameUsesPanel as NameUsesPanel_48a3537d560244910d2a59ebcec829c5 } from '../../../../src/editorial/admin/names/name-uses-panel.tsx'
import { NamesFiles as NamesFiles_956a89d92bcd28d500b65c3f9f5928e1 } from '../../../../src/editorial/admin/names/names-files.tsx'
import { GrantPanel as GrantPanel_e8fe5fcd298dd63e569b14b6bf9bf494 } from '../../../../src/editorial/admin/grants/grant-panel.tsx'
import { OwnAccount as OwnAccount_bf37238d43159b13c1293af5bd495b42 } from '../../../../src/editorial/admin/account/own-account.tsx'
import { SubjectCell as SubjectCell_e127be81ba46e1b6ab0dd49cc25e06af } from '../../../../src/editorial/admin/audit/subject-cell.tsx'
import { Icon as Icon_4daf188c0665f2ff43699664e8bdfae7 } from '../../../../src/editorial/admin/look/icon.tsx'
import { Logo as Logo_e3deee46d330b7a4bcb9c55ab4dd0b5d } from '../../../../src/editorial/admin/look/logo.tsx'
import { ContentLanguage as ContentLanguage_55741cc67c9985af1ebda60173aa95f5 } from '../../../../src/editorial/admin/languages/content-language.tsx'
import { AfterLogin as AfterLogin_30a3bfe5346bb61f1ba82e7a20180973 } from '../../../../src/editorial/admin/account/after-login.tsx'
import { InterfaceLanguage as InterfaceLanguage_ae49b24fff1549f088ffd7f5e34ed600 } from '../../../../src/editorial/admin/shell/interface-language.tsx'
import { BeforeLogin as BeforeLogin_3e94ee1ea58ca0bb34379a400ab7cd83 } from '../../../../src/editorial/admin/account/before-login.tsx'
import { NavHead as NavHead_37aec0095f87fbf206fbd3b8a642b3f0 } from '../../../../src/editorial/admin/shell/nav-head.tsx'
import { InboxLink as InboxLink_0e9670d0eba5acc8ede719bf5b6a430d } from '../../../../src/editorial/admin/inbox/inbox-link.tsx'
import { CoverageLink as CoverageLink_2577754a84744a6044f874f34a46f549 } from '../../../../src/editorial/admin/coverage/coverage-link.tsx'
import { LaunchesLink as LaunchesLink_c09a6644989180d1e7f193006b46559c } from '../../../../src/editorial/admin/launch/launches-link.tsx'
import { ArchiveLink as ArchiveLink_9c0931fd1beab4940d3210845270363c } from '../../../../src/editorial/admin/archive/archive-link.tsx'
import { BringLink as BringLink_08c73bffbb08e290236a17db0d2143fd } from '../../../../src/editorial/admin/uploads/bring-link.tsx'
import { LookAlikesLink as LookAlikesLink_15371826fddcde32a01abe7a18676cea } from '../../../../src/editorial/admin/look-alikes/look-alikes-link.tsx'
import { QueueLink as QueueLink_d7db45507d87a8daa041f6dc7289684d } from '../../../../src/editorial/admin/review-queue/queue-link.tsx'
import { SecrecyLink as SecrecyLink_82f7795260c58031f64220a82df1df68 } from '../../../../src/editorial/admin/secrecy/secrecy-link.tsx'
import { AnswersLink as AnswersLink_77f804c75d55a7adf3fb9332db2b2cd7 } from '../../../../src/editorial/admin/answers/answers-link.tsx'
import { AuditLogLink as AuditLogLink_2de79d76af72d933787eb84fce35180d } from '../../../../src/editorial/admin/audit-log/audit-log-link.tsx'
import { CopiesLink as CopiesLink_8e77d02716466dfcf58a8cbdf185bd29 } from '../../../../src/editorial/admin/copies/copies-link.tsx'
import { ProblemsForForms as ProblemsForForms_98b5bb2d98e69e097264b4fb1b9c784d } from '../../../../src/editorial/admin/words/problems-for-forms.tsx'
import { NameControls as NameControls_3102b736e8205979abaa09543387403b } from '../../../../src/editorial/admin/shell/name-controls.tsx'
import { PassMessages as PassMessages_b0c1f692970f657d6c77164d8dc23916 } from '../../../../src/editorial/admin/shell/pass-messages.tsx'
import { AskAgain as AskAgain_8291062b20b662747d77fc42fb484582 } from '../../../../src/editorial/admin/text/ask-again.tsx'
import { ProveAgain as ProveAgain_db28248b5a37d95d105d9fd8ff0ad26c } from '../../../../src/editorial/admin/account/prove-again.tsx'
import { OwnSignIn as OwnSignIn_f0e9e86d74aef09e7593e8e0d5bf1416 } from '../../../../src/editorial/admin/account/own-sign-in.tsx'
import { FirstPassword as FirstPassword_f6970c89782e15231293800954e521b8 } from '../../../../src/editorial/admin/account/first-password.tsx'
import { EnrolFirst as EnrolFirst_e8ecc2067b1c695715b5b84f345669c2 } from '../../../../src/editorial/admin/account/enrol-first.tsx'
import { DeskView as DeskView_52888662b033fab93997e61149109978 } from '../../../../src/editorial/admin/shell/desk-view.tsx'
import { LookAlikesView as LookAlikesView_11e5c4be554899db28cf51b7c4e06df5 } from '../../../../src/editorial/admin/look-alikes/look-alikes-view.tsx'
import { WorkbenchView as WorkbenchView_5e1099fcd33255becb2437a655da28c2 } from '../../../../src/editorial/admin/workbench/workbench-view.tsx'
import { BringView as BringView_4ac7252dee27f88fcd9cb249edd98184 } from '../../../../src/editorial/admin/bring-back/bring-view.tsx'
import { CoverageView as CoverageView_8558cac94df5ed8e4098fce6691bb4d0 } from '../../../../src/editorial/admin/coverage/coverage-view.tsx'
import { InboxView as InboxView_e91b7be863e3cba4872244fe1ec81b12 } from '../../../../src/editorial/admin/inbox/inbox-view.tsx'
import { LaunchesView as LaunchesView_b96c70b933247570ff7e99d82e86ea56 } from '../../../../src/editorial/admin/launch/launches-view.tsx'
import { SecrecyView as SecrecyView_8425d6fa04945af557be90bfe64354b3 } from '../../../../src/editorial/admin/secrecy/secrecy-view.tsx'
import { QueueView as QueueView_384b5f12a320477a16ab84cd886f3248 } from '../../../../src/editorial/admin/review-queue/queue-view.tsx'
import { AnswersView as AnswersView_9d284090f96be93854e9dd3a2821b25e } from '../../../../src/editorial/admin/answers/answers-view.tsx'
import { AuditLogView as AuditLogView_84329108ba31b31dd06af23f5d339c8b } from '../../../../src/editorial/admin/audit-log/audit-log-view.tsx'
import { ProveView as ProveView_592207f0944606cf9949f19338e2cffc } from '../../../../src/editorial/admin/prove/prove-view.tsx'
import { CopiesView as CopiesView_9389baefff8f2729bfdca34789e62605 } from '../../../../src/editorial/admin/copies/copies-view.tsx'
import { ArchiveView as ArchiveView_130fb7c4ade4b9c3e0f63e2618cf5ef7 } from '../../../../src/editorial/admin/archive/archive-view.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/editorial/admin/marking/marking-banner.tsx#MarkingBanner": MarkingBanner_bf19765d173866c0b3b0c8d2977b3a0b,
  "/src/editorial/admin/languages/languages-panel.tsx#LanguagesPanel": LanguagesPanel_3b3af19f35edd254bbc0a2260b91fab4,
  "/src/editorial/admin/languages/languages-cell.tsx#LanguagesCell": LanguagesCell_08c81f8a50a70732d62a5a1237ceb0a3,
  "/src/editorial/admin/names/names-panel.tsx#NamesPanel": NamesPanel_98eeac69142e0c0a829442d27970e08b,
  "/src/editorial/admin/languages/no-button.tsx#NoButton": NoButton_8e68797976a534c8bf6416df26a73771,
  "/src/editorial/admin/languages/title-cell.tsx#TitleCell": TitleCell_7843fbcca9be9230cfcde7a02635a59c,
  "/src/editorial/admin/images/chosen-picture.tsx#ChosenPicture": ChosenPicture_7e3f0327d24e4564e2f92fca98238725,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/editorial/admin/text/words-into-text.tsx#WordsIntoText": WordsIntoText_df07f2b18ab2f168143b1463faca8e6e,
  "/src/editorial/admin/text/words-into-form.tsx#WordsIntoFormClient": WordsIntoFormClient_c831d946da5298f7dd728e9a517e5486,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/editorial/admin/text/table-in-words.tsx#TableInWords": TableInWords_054d53efc4f1409ffae78cdbd4ed233c,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/editorial/admin/sealed/unordered-columns.tsx#UnorderedColumns": UnorderedColumns_a65b9894f9d0cf45f119bd8d00313a93,
  "/src/editorial/admin/languages/language-actions.tsx#LanguageActions": LanguageActions_b73afdf724d825b0275e07aa5ab9ab4f,
  "/src/editorial/admin/languages/save-draft.tsx#SaveDraft": SaveDraft_ed3b4776372502a18cbb850f55edd95f,
  "/src/editorial/admin/languages/status-line.tsx#StatusLine": StatusLine_f5a68338bf3215538677ac7c34f7e67e,
  "/src/editorial/admin/languages/edit-view.tsx#EditView": EditView_752adb66af4a79f6f5f76f1e3e0a6336,
  "/src/editorial/admin/history/restore-version.tsx#RestoreVersion": RestoreVersion_a6b8098daaa093899455bfd851d95eb6,
  "/src/editorial/admin/images/picture-panel.tsx#PicturePanel": PicturePanel_ff03c5ca844dcb26f19c891fd3021533,
  "/src/editorial/admin/images/thumbnail-cell.tsx#ThumbnailCell": ThumbnailCell_8c7aa1df6e199cc371413c6273d45d5e,
  "/src/editorial/admin/images/persons-field.tsx#PersonsField": PersonsField_1e509ce9f77dfbda5bfc5df6a436fd1a,
  "/src/editorial/admin/deletion/deletion-panel.tsx#DeletionPanel": DeletionPanel_5445b68b6afdffd597132b1183e534a5,
  "/src/editorial/admin/history/picture-history.tsx#PictureHistory": PictureHistory_1f86277fee0fdc391635dfad579bb5bf,
  "/src/editorial/admin/uploads/bring-link.tsx#BringButton": BringButton_08c73bffbb08e290236a17db0d2143fd,
  "/src/editorial/admin/images/release-selection.tsx#ReleaseSelection": ReleaseSelection_060c9d1cb254e52881ff8f7e0727899d,
  "/src/editorial/admin/languages/save-draft.tsx#SaveNow": SaveNow_ed3b4776372502a18cbb850f55edd95f,
  "/src/editorial/admin/images/image-edit-view.tsx#ImageEditView": ImageEditView_d1a5194703706562b3376180d2a703a2,
  "/src/editorial/admin/uploads/bring-view.tsx#BringView": BringView_db97258802c3b17b68dd41a16ddfcd1c,
  "/src/editorial/admin/albums/album-release.tsx#AlbumRelease": AlbumRelease_c6db354381b9648a9bd46818a619dba9,
  "/src/editorial/admin/albums/album-panel.tsx#AlbumPanel": AlbumPanel_e1ca098e066ee815ac2509cb75693ba9,
  "/src/editorial/admin/names/form-label.tsx#FormLabel": FormLabel_984ac01677892a79b87f83f4912d4157,
  "/src/editorial/admin/names/name-uses-panel.tsx#NameUsesPanel": NameUsesPanel_48a3537d560244910d2a59ebcec829c5,
  "/src/editorial/admin/names/names-files.tsx#NamesFiles": NamesFiles_956a89d92bcd28d500b65c3f9f5928e1,
  "/src/editorial/admin/grants/grant-panel.tsx#GrantPanel": GrantPanel_e8fe5fcd298dd63e569b14b6bf9bf494,
  "/src/editorial/admin/account/own-account.tsx#OwnAccount": OwnAccount_bf37238d43159b13c1293af5bd495b42,
  "/src/editorial/admin/audit/subject-cell.tsx#SubjectCell": SubjectCell_e127be81ba46e1b6ab0dd49cc25e06af,
  "/src/editorial/admin/look/icon.tsx#Icon": Icon_4daf188c0665f2ff43699664e8bdfae7,
  "/src/editorial/admin/look/logo.tsx#Logo": Logo_e3deee46d330b7a4bcb9c55ab4dd0b5d,
  "/src/editorial/admin/languages/content-language.tsx#ContentLanguage": ContentLanguage_55741cc67c9985af1ebda60173aa95f5,
  "/src/editorial/admin/account/after-login.tsx#AfterLogin": AfterLogin_30a3bfe5346bb61f1ba82e7a20180973,
  "/src/editorial/admin/shell/interface-language.tsx#InterfaceLanguage": InterfaceLanguage_ae49b24fff1549f088ffd7f5e34ed600,
  "/src/editorial/admin/account/before-login.tsx#BeforeLogin": BeforeLogin_3e94ee1ea58ca0bb34379a400ab7cd83,
  "/src/editorial/admin/shell/nav-head.tsx#NavHead": NavHead_37aec0095f87fbf206fbd3b8a642b3f0,
  "/src/editorial/admin/inbox/inbox-link.tsx#InboxLink": InboxLink_0e9670d0eba5acc8ede719bf5b6a430d,
  "/src/editorial/admin/coverage/coverage-link.tsx#CoverageLink": CoverageLink_2577754a84744a6044f874f34a46f549,
  "/src/editorial/admin/launch/launches-link.tsx#LaunchesLink": LaunchesLink_c09a6644989180d1e7f193006b46559c,
  "/src/editorial/admin/archive/archive-link.tsx#ArchiveLink": ArchiveLink_9c0931fd1beab4940d3210845270363c,
  "/src/editorial/admin/uploads/bring-link.tsx#BringLink": BringLink_08c73bffbb08e290236a17db0d2143fd,
  "/src/editorial/admin/look-alikes/look-alikes-link.tsx#LookAlikesLink": LookAlikesLink_15371826fddcde32a01abe7a18676cea,
  "/src/editorial/admin/review-queue/queue-link.tsx#QueueLink": QueueLink_d7db45507d87a8daa041f6dc7289684d,
  "/src/editorial/admin/secrecy/secrecy-link.tsx#SecrecyLink": SecrecyLink_82f7795260c58031f64220a82df1df68,
  "/src/editorial/admin/answers/answers-link.tsx#AnswersLink": AnswersLink_77f804c75d55a7adf3fb9332db2b2cd7,
  "/src/editorial/admin/audit-log/audit-log-link.tsx#AuditLogLink": AuditLogLink_2de79d76af72d933787eb84fce35180d,
  "/src/editorial/admin/copies/copies-link.tsx#CopiesLink": CopiesLink_8e77d02716466dfcf58a8cbdf185bd29,
  "/src/editorial/admin/words/problems-for-forms.tsx#ProblemsForForms": ProblemsForForms_98b5bb2d98e69e097264b4fb1b9c784d,
  "/src/editorial/admin/shell/name-controls.tsx#NameControls": NameControls_3102b736e8205979abaa09543387403b,
  "/src/editorial/admin/shell/pass-messages.tsx#PassMessages": PassMessages_b0c1f692970f657d6c77164d8dc23916,
  "/src/editorial/admin/text/ask-again.tsx#AskAgain": AskAgain_8291062b20b662747d77fc42fb484582,
  "/src/editorial/admin/account/prove-again.tsx#ProveAgain": ProveAgain_db28248b5a37d95d105d9fd8ff0ad26c,
  "/src/editorial/admin/account/own-sign-in.tsx#OwnSignIn": OwnSignIn_f0e9e86d74aef09e7593e8e0d5bf1416,
  "/src/editorial/admin/account/first-password.tsx#FirstPassword": FirstPassword_f6970c89782e15231293800954e521b8,
  "/src/editorial/admin/account/enrol-first.tsx#EnrolFirst": EnrolFirst_e8ecc2067b1c695715b5b84f345669c2,
  "/src/editorial/admin/shell/desk-view.tsx#DeskView": DeskView_52888662b033fab93997e61149109978,
  "/src/editorial/admin/look-alikes/look-alikes-view.tsx#LookAlikesView": LookAlikesView_11e5c4be554899db28cf51b7c4e06df5,
  "/src/editorial/admin/workbench/workbench-view.tsx#WorkbenchView": WorkbenchView_5e1099fcd33255becb2437a655da28c2,
  "/src/editorial/admin/bring-back/bring-view.tsx#BringView": BringView_4ac7252dee27f88fcd9cb249edd98184,
  "/src/editorial/admin/coverage/coverage-view.tsx#CoverageView": CoverageView_8558cac94df5ed8e4098fce6691bb4d0,
  "/src/editorial/admin/inbox/inbox-view.tsx#InboxView": InboxView_e91b7be863e3cba4872244fe1ec81b12,
  "/src/editorial/admin/launch/launches-view.tsx#LaunchesView": LaunchesView_b96c70b933247570ff7e99d82e86ea56,
  "/src/editorial/admin/secrecy/secrecy-view.tsx#SecrecyView": SecrecyView_8425d6fa04945af557be90bfe64354b3,
  "/src/editorial/admin/review-queue/queue-view.tsx#QueueView": QueueView_384b5f12a320477a16ab84cd886f3248,
  "/src/editorial/admin/answers/answers-view.tsx#AnswersView": AnswersView_9d284090f96be93854e9dd3a2821b25e,
  "/src/editorial/admin/audit-log/audit-log-view.tsx#AuditLogView": AuditLogView_84329108ba31b31dd06af23f5d339c8b,
  "/src/editorial/admin/prove/prove-view.tsx#ProveView": ProveView_592207f0944606cf9949f19338e2cffc,
  "/src/editorial/admin/copies/copies-view.tsx#CopiesView": CopiesView_9389baefff8f2729bfdca34789e62605,
  "/src/editorial/admin/archive/archive-view.tsx#ArchiveView": ArchiveView_130fb7c4ade4b9c3e0f63e2618cf5ef7,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
