/** What happens when kratom and medicines, or medicines among themselves, are taken together: as far as it is known, and where it is not. */
package ketum.care.interaction;
