package io.xiaoer.tenants;

/**
 * An invitation, and a link to accept it.
 *
 * @param token the link's last part; it exists nowhere else
 */
public record InvitationLink(Invitation invitation, String token) {

    @Override
    public String toString() {
        return "InvitationLink[" + invitation.id() + "]";
    }
}
