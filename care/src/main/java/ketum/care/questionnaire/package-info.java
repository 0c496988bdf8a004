/** Adds up the answers to a questionnaire. Says what the total is called and where that comes from, never what someone has. */
package ketum.care.questionnaire;
