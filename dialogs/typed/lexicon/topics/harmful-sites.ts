/** From Samaritans' and Beat's guidance on content online, and pupils' words. */
import { phraseList } from '../list.ts';
import type { TopicSigns } from './topic-words.ts';

export const harmfulSites: TopicSigns = {
  clear: phraseList(`
    suicide | suicidal | kill @self | end @own life | want to die | self harm | self harming | self injury | self harms | selfharm | cut @self | cutting | cuts .. arms/wrists/legs | hurt/harm/burn @self | pro ana | proana | pro mia | thinspo | thinspiration | bonespo | meanspo | ed twt | edtwt | ana | mia | anorexia | anorexic | bulimia | bulimic | eating disorder | eating disorders | weight loss | lose weight | losing weight | starve | starving | skinny | skinny tok | skinnytok | diet pills | purging | purge | binge | calories | fasting |
    harmful site/sites/content/website/websites/forum/forums/video/videos | suicide site/sites/forum/website/video | ways/how to die/kill | method/methods ... suicide/forum/site | sanctioned suicide | choking challenge | blackout challenge | blue whale | momo | online challenge/challenges | dangerous challenge/challenges | tiktok challenge/challenges | sh | kys | kms | unalive | sewerslide | depressing/sad content/videos/posts/accounts | depression ... tiktok/content/videos | noose | overdose |
    com group/groups/network | 764 | make/making/made/force/tell/told ... cut/hurt/harm/carve .. @self? | livestream ... cut/hurt/harm | not eating | stop/stopped eating | steroids | bulking
  `),
  faint: phraseList(
    `forum | sites | obsessed | obsessively | low mood | depressed | tumblr | algorithm | feed | challenge | muscle | body image | hopeless | sad`,
  ),
};
